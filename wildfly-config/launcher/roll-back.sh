# comuta roll-back: back to the version before the last upgrade.
# shellcheck shell=bash

command_roll_back() {
  exec "$COMUTA_ROOT/install" --roll-back "$@"
}
