# The unit of systemd, and what stops and starts with it.
# shellcheck shell=bash

# A unit elsewhere than systemd looks for it is not started.
has_service() { [[ -n $UNITS ]] && systemd_runs; }

# The unit is of the version in use.
write_unit() {
  [[ -n $UNITS ]] || return 0
  mkdir -p "$UNITS"
  fill_in "$PREFIX/current/wildfly-config/release/comuta.service" >"$UNITS/comuta.service.new"
  mv "$UNITS/comuta.service.new" "$UNITS/comuta.service"
  ! has_service || systemctl daemon-reload
}

# Stops the service, to be started again at the end even if this installer is not there any more.
stop_for_change() {
  if has_service && [[ $(systemctl is-active comuta) =~ ^(active|activating|reloading|deactivating)$ ]]; then
    step "Stopping the service (calls end in order)"
    touch "$PREFIX/.start"
    trap 'tell_stopped' EXIT
    systemctl stop comuta
  fi
  require_stopped
}

require_stopped() {
  local file pid
  for file in "$STATE_FOLDER"/[0-9]*/run/{server,media}.pid; do
    pid=$(pid_in "$file")
    [[ -z $pid ]] || fail "a server of this installation is running (pid $pid)." \
      "Stop it and repeat: comuta down --offset $(basename -- "${file%/run/*}")"
  done
}

tell_stopped() {
  local status=$?
  ((status == 0)) || warn "the service is stopped. Repeat the same command when the reason is gone, or: systemctl start comuta"
}

start_service() {
  [[ -e $PREFIX/.start ]] || return 0
  if has_service; then
    step "Starting the service"
    systemctl enable --quiet comuta
    # Without the descriptor of the lock, should anything that outlives us inherit it.
    systemctl start comuta {INSTALL_LOCK}>&- || fail "the service did not start." "journalctl -u comuta tells why."
  fi
  rm -f "$PREFIX/.start"
}

remove_unit() {
  [[ -n $UNITS && -e $UNITS/comuta.service ]] || return 0
  ! has_service || systemctl disable --quiet comuta
  rm -f "$UNITS/comuta.service"
  ! has_service || systemctl daemon-reload
}
