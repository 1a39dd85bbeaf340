# ./comuta test: every test there is, with the tools they need.
# shellcheck shell=bash

# sipp and baresip call, kamailio and tshark judge, espeak-ng speaks, sox listens; backups go to
# OpenSSH's server, to pyftpdlib and vsftpd, the log to rsyslog, mail to aiosmtpd; the launcher's own tests need shellcheck.
readonly TEST_PACKAGES=(sip-tester baresip kamailio tshark espeak-ng sox postgresql slapd chromium chromium-driver sipsak jq curl iproute2 procps shellcheck rsyslog rsyslog-gnutls openssl openssh-client
  openssh-server vsftpd python3-pyftpdlib python3-openssl python3-aiosmtpd)

command_test() {
  (($# == 0)) || usage_error "test takes no options"
  use_jdk
  require_maven
  require_space "$COMUTA_ROOT" "$BUILD_NEEDS_MB" "to build and test"
  require_packages "for the tests" "${TEST_PACKAGES[@]}"
  local failed=no
  step "Testing the launcher"
  bash "$COMUTA_ROOT/wildfly-config/launcher/tests/run.sh" || failed=yes
  step "Assembling the server the integration tests use"
  wait_for_lock "$SCRATCH/lock"
  # Built here, so that no test that starts a server has to build in the middle of the modules' tests.
  build_ear
  assemble_wildfly
  assemble_database h2
  assemble_database postgresql
  flock --unlock "$BUILD_LOCK"
  run_modules || failed=yes
  step "Testing the archive, the launcher with a server, and the release"
  bash "$COMUTA_ROOT/wildfly-config/launcher/tests/packaging-test.sh" || failed=yes
  bash "$COMUTA_ROOT/wildfly-config/launcher/tests/server-test.sh" || failed=yes
  bash "$COMUTA_ROOT/wildfly-config/launcher/tests/release-test.sh" || failed=yes
  [[ $failed == no ]] || fail "not every test passed."
  say ""
  say "All tests passed."
}

# Builds and tests every module, and repeats the closing lines of each at the end.
run_modules() {
  local log=$SCRATCH/test.log status=0
  step "Building and testing every module (whole output: $log)"
  mkdir -p "$SCRATCH"
  (cd "$COMUTA_ROOT" && mvn -B -ntp --strict-checksums verify </dev/null 2>&1) |
    tee "$log" || status=${PIPESTATUS[0]}
  say ""
  step "Results"
  grep -E '^\[(INFO|WARNING|ERROR)\] (Building Comuta|Tests run:[^-]*$)|BUILD (SUCCESS|FAILURE)' "$log" || true
  return "$status"
}
