// Generated from vnc-cloud-1.1.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/static-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all cloud addresses
         * @description One page of the cloud addresses currently available for use, without those that were deleted. Additions and
         *     deletions while paging show on pages yet to be viewed; a page already viewed has to be called again.
         *     Since 1.1.
         */
        get: operations["listCloudAddresses"];
        put?: never;
        /**
         * Obtain a new cloud address
         * @description Each call obtains another cloud address. The answer is the only one that carries the password, apart from a
         *     reset's. A `listen` cloud address without `accessControl` admits **every** cloud address that was obtained
         *     using the same API key. Since 1.0.
         */
        post: operations["createCloudAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/static-address/{cloudAddress}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        /**
         * Check whether a cloud address is ready to use
         * @description There can be a slight delay before a cloud address that was obtained, changed or reset is ready to use.
         *     Since 1.0.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/static-address/{cloudAddress}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        /**
         * Retrieve the details of a cloud address
         * @description The password is not among the details: a reset is the only way to learn one. The `ETag` lets a later change,
         *     reset or deletion check that nothing was modified since. Since 1.0.
         */
        get: operations["getCloudAddress"];
        /**
         * Change the characteristics of a cloud address
         * @description A full replacement. `groups` that are left out leave the cloud address in no group; `accessControl` that is
         *     left out **opens** the cloud address to every cloud address that was obtained using the same API key. Since 1.0.
         */
        put: operations["changeCloudAddress"];
        /**
         * Reset a cloud address password
         * @description Generates a new password and answers with it; the cloud address stays the same. There is no request body.
         *     Since 1.0.
         */
        post: operations["resetPassword"];
        /**
         * Delete a cloud address
         * @description Afterwards the cloud address is no longer listed. Since 1.0.
         */
        delete: operations["deleteCloudAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The identifier of a cloud address. */
        CloudAddress: string;
        /** @description The name of a group, in UTF-8 characters. */
        GroupName: string;
        /** @description Who can connect to a listen cloud address. At least one of the two lists is needed. */
        AccessControl: {
            /** @description The groups whose members can connect. */
            groups?: components["schemas"]["GroupName"][];
            /** @description The individual connect cloud addresses that can connect. */
            cloudAddresses?: components["schemas"]["CloudAddress"][];
        };
        /** @description The characteristics of a connect cloud address. */
        ConnectCharacteristics: {
            /** @description The action of the cloud address, as the only item. */
            allowedActions: "connect"[];
            /** @description The groups that the cloud address is a member of. Left out, it is a member of none. */
            groups?: components["schemas"]["GroupName"][];
            accessControl?: never;
        };
        /** @description The characteristics of a listen cloud address. */
        ListenCharacteristics: {
            /** @description The action of the cloud address, as the only item. */
            allowedActions: "listen"[];
            groups?: never;
            /** @description Who can connect. Left out, every cloud address that was obtained using the same API key can. */
            accessControl?: components["schemas"]["AccessControl"];
        };
        Identity: {
            cloudAddress: components["schemas"]["CloudAddress"];
        };
        ConnectCloudAddress: components["schemas"]["Identity"] & components["schemas"]["ConnectCharacteristics"];
        ListenCloudAddress: components["schemas"]["Identity"] & components["schemas"]["ListenCharacteristics"];
        CreateRequest: components["schemas"]["ConnectCharacteristics"] | components["schemas"]["ListenCharacteristics"];
        /** @description A fully-formed cloud address. Its `cloudAddress` must match the one in the URI. */
        ChangeRequest: components["schemas"]["ConnectCloudAddress"] | components["schemas"]["ListenCloudAddress"];
        /** @description A cloud address without its password. */
        CloudAddressDetails: components["schemas"]["ConnectCloudAddress"] | components["schemas"]["ListenCloudAddress"];
        /** @description What a device needs to join VNC Cloud. */
        Credentials: {
            cloudAddress: components["schemas"]["CloudAddress"];
            /**
             * Format: password
             * @description The password of the cloud address. It cannot be read again later.
             */
            cloudPassword: string;
        };
        CloudAddressPage: {
            /** @description Up to `limit` cloud addresses. */
            cloudAddresses: components["schemas"]["CloudAddress"][];
        };
        Readiness: {
            /**
             * @description `none` if the cloud address is ready to use, `pending` if it is not yet ready.
             * @enum {string}
             */
            changes: "none" | "pending";
        };
        /**
         * @description What particular bad requests carry. Whether `errorCode` is a number or a string of digits is not documented:
         *     a client should read both.
         */
        ApiError: {
            /** @enum {integer} */
            errorCode: 1001 | 1002 | 1003 | 1004 | 1005 | 1006 | 1007 | 1008 | 1009;
            /** @description The description of the error code. It is for people to read. */
            errorMessage: string;
        };
        CreateError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1001 | 1002 | 1003 | 1004 | 1005 | 1006 | 1008 | 1009;
        };
        ListError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1002;
        };
        ReadinessError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1002 | 1007;
        };
        DetailsError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1002 | 1007;
        };
        ChangeError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1001 | 1003 | 1004 | 1005 | 1006 | 1007 | 1008 | 1009;
        };
        ResetError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1002 | 1007;
        };
        DeleteError: components["schemas"]["ApiError"] & {
            /** @enum {integer} */
            errorCode: 1007;
        };
    };
    responses: {
        /** @description No VNC Cloud API key was provided, or the one that was is not in RealVNC's system. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The VNC Cloud API key is not well-formed. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Not Found. Listed for every operation, without a text of its own. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The `cloudAddress` of the request body may be well-formed, but does not match the cloud address in the URI. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The `If-Match` header was specified, but the entity version numbers do not match. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Service Unavailable. Listed for every operation, without a text of its own. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description The identifier of the cloud address. When it is well-formed is not documented.
         * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
         */
        CloudAddress: components["schemas"]["CloudAddress"];
        /**
         * @description The entity version number that the cloud address must still have, in double quotes. Without it, the call is
         *     unconditional.
         * @example "7"
         */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The entity version number. Its form is not documented; treat it as opaque.
         * @example "7"
         */
        ETag: string;
        /**
         * @description Where the next page is: `<url>; rel="next"`. Present if there are more cloud addresses than the page has. The
         *     form of the URL is not documented; follow it as it is.
         * @example <https://api.vnc.com/cloud/1.1/static-address?limit=35&after=example>; rel="next"
         */
        Link: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCloudAddresses: {
        parameters: {
            query?: {
                /**
                 * @description How many cloud addresses a page has.
                 * @example 35
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that has cloud addresses. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cloudAddresses": [
                     *         "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M",
                     *         "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M",
                     *         "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CloudAddressPage"];
                };
            };
            /** @description The end of the list is reached. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCloudAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRequest"];
            };
        };
        responses: {
            /** @description The cloud address was obtained. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cloudAddress": "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M",
                     *       "cloudPassword": "Zdsf36E8Dy7XR7i4HlpK"
                     *     }
                     */
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether changes are pending. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCloudAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The details of the cloud address. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudAddressDetails"];
                };
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetailsError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeCloudAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The entity version number that the cloud address must still have, in double quotes. Without it, the call is
                 *     unconditional.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequest"];
            };
        };
        responses: {
            /** @description The cloud address was changed. There is no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The entity version number that the cloud address must still have, in double quotes. Without it, the call is
                 *     unconditional.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password was reset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cloudAddress": "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M",
                     *       "cloudPassword": "RsBnHCoOoaiulwled71v"
                     *     }
                     */
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteCloudAddress: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The entity version number that the cloud address must still have, in double quotes. Without it, the call is
                 *     unconditional.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The identifier of the cloud address. When it is well-formed is not documented.
                 * @example ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
                 */
                cloudAddress: components["parameters"]["CloudAddress"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cloud address was deleted. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request. Only particular bad requests carry the body. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
