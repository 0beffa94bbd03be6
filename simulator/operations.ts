import type { Handler } from "./platform/call";
import {
  listOtaPackageInfo,
  listProducts,
  showApplication,
  showApplications,
  showOtaPackage,
  showProduct,
} from "./platform/catalogue-operations";
import { createBatchTask } from "./platform/create-task";
import { listDevices, searchDevices, showDevice } from "./platform/device-operations";
import { deleteBatchTaskFile, listBatchTaskFiles, uploadBatchTaskFile } from "./platform/file-operations";
import { listDeviceGroups, showDeviceGroup, showDevicesInGroup } from "./platform/group-operations";
import {
  confirmBatchTask,
  deleteBatchTask,
  listBatchTasks,
  retryBatchTask,
  showBatchTask,
  stopBatchTask,
} from "./platform/tasks";

/** Operations that change nothing. */
export const READS: Record<string, Handler> = {
  ListBatchTasks: listBatchTasks,
  ShowBatchTask: showBatchTask,
  ListBatchTaskFiles: listBatchTaskFiles,
  ListOtaPackageInfo: listOtaPackageInfo,
  ShowOtaPackage: showOtaPackage,
  ListDevices: listDevices,
  ShowDevice: showDevice,
  SearchDevices: searchDevices,
  ListDeviceGroups: listDeviceGroups,
  ShowDeviceGroup: showDeviceGroup,
  ShowDevicesInGroup: showDevicesInGroup,
  ListProducts: listProducts,
  ShowProduct: showProduct,
  ShowApplications: showApplications,
  ShowApplication: showApplication,
};

/** Operations that change the world; each success is journalled and can be replayed. */
export const WRITES: Record<string, Handler> = {
  CreateBatchTask: createBatchTask,
  StopBatchTask: stopBatchTask,
  RetryBatchTask: retryBatchTask,
  ConfirmBatchTask: confirmBatchTask,
  DeleteBatchTask: deleteBatchTask,
  UploadBatchTaskFile: uploadBatchTaskFile,
  DeleteBatchTaskFile: deleteBatchTaskFile,
};
