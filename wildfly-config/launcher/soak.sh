# ./comuta soak: the long runs, which `test` leaves out.
# shellcheck shell=bash

command_soak() {
  # shellcheck source=../bench/soak.sh
  source "$COMUTA_ROOT/wildfly-config/bench/soak.sh"
  run_soak "$@"
}
