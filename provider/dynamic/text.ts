/**
 * The text of `__provider`: it is stored in every resource's inputs and outputs, and the dynamic host of every later
 * run evaluates it to get the provider. It therefore only loads the installed package, is as short as a helpful error
 * allows, and never changes: a change would be an update of every resource.
 */
export const providerText =
  'exports.handler=()=>{try{return require("pulumi-vnc-cloud/provider").handler()}' +
  'catch(e){throw Object.assign(Error("Cannot load pulumi-vnc-cloud: keep it installed beside the program until its cloud ' +
  'addresses are deleted. "+e.message),{stack:""})}}';
