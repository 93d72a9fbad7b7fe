/** The error codes of the API with their descriptions: the texts that `errorMessage` carries (rule 10). */
export const errorMessages = {
  1001: "The content type of the request body is something other than application/json.",
  1002: "The content type your user agent is expecting for the response body is something other than application/json.",
  1003: "You’ve specified an action that is not connect or listen.",
  1004: "For a connect cloud address, you’ve specified more than 16 groups. For a listen cloud address, you’ve specified more than 24 groups or 8 individual cloud addresses.",
  1005: "You’ve created either an allowedActions, groups, or cloudAddresses list, but not put anything in it.",
  1006: "A group name is either empty or longer than 256 characters.",
  1007: "The cloud address you’ve specified in the URI is not well-formed.",
  1008: "You’ve specified an access control list for a listen cloud address, but not put any groups or individual cloud addresses in it.",
  1009: "Either you’ve specified an access control list for a connect cloud address, or a group for a listen cloud address. It should be the other way around.",
} as const;

export type ErrorCode = keyof typeof errorMessages;
