/** Answers as the vendor documents them. IoTDA reference: CreateBatchTask, ShowBatchTask, StopBatchTask. */
export const created = {
  task_id: "5c8ba99030344005c02316ad",
  task_name: "fw_2_0_wave1",
  task_type: "firmwareUpgrade",
  targets_filter: { group_ids: ["e495cf17-ff79-4294-8f64-4d367919d665"] },
  document: { package_id: "32822e5744a45ede319d2c50" },
  task_policy: { schedule_time: "20260110T020000Z", retry_count: 2, retry_interval: 5 },
  status: "Initializing",
  task_progress: {
    total: 0,
    processing: 0,
    success: 0,
    fail: 0,
    waitting: 0,
    fail_wait_retry: 0,
    stopped: 0,
    removed: 0,
  },
  create_time: "20260109T101500Z",
};

export const shown = {
  batchtask: {
    task_id: "5c8ba99030344005c02316ad",
    task_name: "reg1",
    task_type: "createDevices",
    status: "PartialSuccess",
    status_desc: "",
    task_progress: {
      total: 2,
      processing: 0,
      success: 1,
      fail: 1,
      waitting: 0,
      fail_wait_retry: 0,
      stopped: 0,
      removed: 0,
    },
    create_time: "20260109T101500Z",
  },
  task_details: [
    { target: "one", status: "Success", output: "..." },
    { target: "two", status: "Fail", error: { error_code: "IOTDA.014031", error_msg: "..." } },
  ],
  page: { count: 2, marker: "5c90fa7d3c4e4405e8525079" },
};

export const stopped = {
  targets: [
    { target: "one", status: "success" },
    {
      target: "e495cf17-ff79-4294-8f64-4d367919d665",
      status: "failure",
      error_code: "IOTDA.014219",
      error_msg: "Invalid input. The target is not in the task.",
    },
  ],
};
