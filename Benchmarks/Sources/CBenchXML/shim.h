// libxml2's flags for the bare loop that readers are compared with.
