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
import {
  addOneDevice,
  changeOneGateway,
  deleteOneDevice,
  freezeOneDevice,
  unfreezeOneDevice,
  updateOneDevice,
} from "./platform/device-writes";
import {
  createAsyncCommand,
  createCommand,
  createMessage,
  showDeviceShadow,
  updateDeviceShadow,
} from "./platform/downlink-operations";
import { deleteBatchTaskFile, listBatchTaskFiles, uploadBatchTaskFile } from "./platform/file-operations";
import { addDeviceGroup, changeGroupMember } from "./platform/group-changes";
import { listDeviceGroups, showDeviceGroup, showDevicesInGroup } from "./platform/group-operations";
import {
  createOtaModule,
  createOtaPackage,
  deleteOtaModule,
  deleteOtaPackage,
  listOtaModules,
  showOtaModule,
  updateOtaModule,
} from "./platform/package-operations";
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
  ListOtaModules: listOtaModules,
  ShowOtaModule: showOtaModule,
  ListDevices: listDevices,
  ShowDevice: showDevice,
  ShowDeviceShadow: showDeviceShadow,
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
  AddDevice: addOneDevice,
  UpdateDevice: updateOneDevice,
  DeleteDevice: deleteOneDevice,
  FreezeDevice: freezeOneDevice,
  UnfreezeDevice: unfreezeOneDevice,
  ChangeGateway: changeOneGateway,
  CreateCommand: createCommand,
  CreateAsyncCommand: createAsyncCommand,
  CreateMessage: createMessage,
  UpdateDeviceShadowDesiredData: updateDeviceShadow,
  AddDeviceGroup: addDeviceGroup,
  CreateOrDeleteDeviceInGroup: changeGroupMember,
  CreateOtaPackage: createOtaPackage,
  DeleteOtaPackage: deleteOtaPackage,
  CreateOtaModule: createOtaModule,
  UpdateOtaModule: updateOtaModule,
  DeleteOtaModule: deleteOtaModule,
};
