# Building the EAR, when its sources have changed since the last time.
# shellcheck shell=bash

readonly EAR=${RELEASE_APPLICATION:-$COMUTA_ROOT/ear/target}/comuta.ear

# Lists the files the EAR is made of; what git ignores and tests do not count.
ear_sources() {
  cd "$COMUTA_ROOT" || return 1
  if have git && git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard -- \
      pom.xml .mvn ejb sip-servlets web media-ra tdm-adapter ear
  else
    find pom.xml .mvn ejb sip-servlets web media-ra tdm-adapter ear -name target -prune -o -type f -print0 2>/dev/null
  fi | grep -zvE '/src/test/|^ear/tests/' | sort -z
}

ear_fingerprint() {
  (
    cd "$COMUTA_ROOT" || exit 1
    # A file that is tracked but deleted is absent from the sum, which changes it just as well.
    ear_sources | xargs -0 sha256sum 2>/dev/null || true
    printf 'jdk %s\n' "$JAVA_HOME"
  ) | sha256sum | cut -d' ' -f1
}

build_ear() {
  if in_release; then
    say "    application: version $RELEASE_VERSION"
    return
  fi
  local fingerprint stamp=$SCRATCH/ear.fingerprint
  fingerprint=$(ear_fingerprint)
  if [[ -f $EAR && -d $MEDIA_BUILT/media && -r $stamp && $(<"$stamp") == "$fingerprint" ]]; then
    say "    application: built already"
    return
  fi
  require_maven
  require_space "$COMUTA_ROOT" "$BUILD_NEEDS_MB" "to build and assemble the server"
  require_space "${HOME:-/root}/.m2" "$LIBRARIES_NEED_MB" "for the libraries Maven fetches"
  step "Building the application (the first time downloads the libraries: some minutes)"
  rm -f "$stamp"
  run_maven "$SCRATCH/build.log" "building the application" \
    -pl ear,media-ra/process -am -DskipTests -Dspotless.check.skip=true package
  [[ -f $EAR ]] || fail "the build ended without $EAR." "Maven's output: $SCRATCH/build.log"
  printf '%s' "$fingerprint" >"$stamp"
}

# Whether the built EAR has a part, named by the file name of its module.
ear_has() {
  "$JAVA_HOME/bin/jar" --list --file "$EAR" | grep -E "^[^/]*$1[^/]*\.(war|rar|jar)$" >/dev/null
}
