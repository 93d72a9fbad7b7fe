/** What the VNC Cloud API documentation says about each error code of a bad request (rules 23 to 30). */
export const errorCodeDescriptions: Readonly<Record<number, string>> = {
  1001: "the content type of the request body is something other than application/json",
  1002: "the content type expected for the response body is something other than application/json",
  1003: "the action is neither connect nor listen",
  1004:
    "a connect address has more than 16 groups, or the access control of a listen address more than 24 groups " +
    "or 8 cloud addresses",
  1005: "a list of allowed actions, groups or cloud addresses is there but empty",
  1006: "a group name is empty or longer than 256 characters",
  1007: "the cloud address is not well-formed",
  1008: "the access control of a listen address names neither groups nor cloud addresses",
  1009: "a connect address has access control or a listen address has groups; it should be the other way around",
};
