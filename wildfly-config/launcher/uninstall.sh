# comuta uninstall: takes the programs of an installation away; its state stays unless told otherwise.
# shellcheck shell=bash

command_uninstall() {
  exec "$COMUTA_ROOT/install" --uninstall "$@"
}
