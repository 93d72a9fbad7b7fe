# The cloud addresses of the benchmark, as one declares them with a generic REST provider.

terraform {
  required_providers {
    restapi = { source = "mastercard/restapi" }
  }
}

variable "names" {
  type = set(string)
}

variable "group" {
  type = string
}

variable "password_version" {
  type = number
}

# Where the service is, and the key and the secret, are in the environment: REST_API_URI and so on.
provider "restapi" {
  id_attribute          = "cloudAddress"
  create_returns_object = true
  # A change has to name the address in its body, which is known only after the creation.
  copy_keys = ["cloudAddress"]
  headers   = { Accept = "application/json" }
}

resource "restapi_object" "device" {
  for_each = var.names
  path     = "/static-address"
  data = jsonencode({
    allowedActions = ["listen"]
    accessControl  = { groups = [var.group] }
  })
}

# A reset as the creation of something: the service answers it with a new password. Its end must not delete the address.
resource "restapi_object" "new_password" {
  # Not `restapi_object.device[each.key].id` below: OpenTofu would gather all devices anew for each of them.
  for_each = {
    for name, device in restapi_object.device : name => device.id
    if var.password_version > 1
  }
  path           = "/static-address/${each.value}"
  read_path      = "/static-address/{id}"
  destroy_path   = "/static-address/{id}"
  destroy_method = "GET"
  data           = "{}"
  force_new      = [var.password_version]
}
