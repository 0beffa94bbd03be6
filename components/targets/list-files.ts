/** What file dialogs offer first. Others are read too, by what they are. */
export const LIST_FILES =
  ".xlsx,.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
