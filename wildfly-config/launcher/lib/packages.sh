# Debian packages that a command needs: installed when we may, named when we may not.
# shellcheck shell=bash

missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) == ii* ]] || printf '%s\n' "$package"
  done
}

# require_packages <what for> <packages...>
require_packages() {
  local purpose=$1
  shift
  have dpkg-query || fail "this is no Debian system: install the equivalents of these packages ($purpose): $*"
  local -a missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} > 0)) || return 0
  [[ $(id -u) == 0 ]] || fail "packages are missing ($purpose): ${missing[*]}" \
    "Install them: sudo apt-get install ${missing[*]}"
  step "Installing ${missing[*]} ($purpose)"
  install_packages "${missing[@]}"
}

# The packages bring daemons that would start by themselves and take our ports: keep them still.
install_packages() {
  local policy=/usr/sbin/policy-rc.d log=$SCRATCH/packages.log ours=no status=0
  mkdir -p "$SCRATCH"
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    ours=yes
  fi
  {
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
  } </dev/null >"$log" 2>&1 || status=$?
  [[ $ours == no ]] || rm -f "$policy"
  ((status == 0)) || {
    tail -n 5 "$log" >&2
    fail "could not install $*." "apt-get's output: $log"
  }
}
