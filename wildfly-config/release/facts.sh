# Files of KEY=value lines: what a release is, where it is installed, what it is told.
# shellcheck shell=bash

# fact <key> <file>: the value of a key; nothing when it or the file is not there.
fact() {
  local line
  [[ -r $2 ]] || return 0
  while read -r line || [[ -n $line ]]; do
    [[ $line != "$1="* ]] || { printf '%s' "${line#*=}" && return; }
  done <"$2"
}

# Takes the settings of a file that the environment does not have already. Nothing of it is executed.
take_settings() {
  local line key value
  while read -r line || [[ -n $line ]]; do
    key=${line%%=*}
    value=${line#*=}
    [[ $line == *=* && $key =~ ^(JAVA_HOME|COMUTA_[A-Z_]+)$ && -z ${!key+set} ]] || continue
    # Quotes as systemd allows them.
    [[ ! $value =~ ^\"(.*)\"$ && ! $value =~ ^\'(.*)\'$ ]] || value=${BASH_REMATCH[1]}
    printf -v "$key" '%s' "$value"
  done <"$1"
}

# Whether this machine was booted with systemd.
systemd_runs() {
  local state
  state=$(systemctl is-system-running 2>/dev/null) || true
  [[ $state =~ ^(initializing|starting|running|degraded|maintenance)$ ]]
}
