export const backupsKept = 14;
