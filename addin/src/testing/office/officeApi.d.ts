declare module "virtual:office-api" {
  const table: import("./apiTable").ApiTable;
  export default table;
}
