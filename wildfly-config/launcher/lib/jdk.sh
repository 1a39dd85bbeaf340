# Finding JDK 25, whatever `java` on the PATH may be.
# shellcheck shell=bash

readonly JDK_FEATURE=25

# Prints the feature release of the JDK in a folder; nothing when there is no JDK (a JRE has no javac).
jdk_feature_of() {
  local home=$1 version=
  [[ -x $home/bin/java && -x $home/bin/javac ]] || return 0
  if [[ -r $home/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
  fi
  if [[ -z $version ]]; then
    version=$("$home/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;T;q') || true
  fi
  printf '%s' "$version"
}

# The folders to look into, the caller's own choice first. COMUTA_JDK_PLACES replaces the usual places.
jdk_candidates() {
  [[ -z ${JAVA_HOME:-} ]] || printf '%s\n' "$JAVA_HOME"
  local java
  if java=$(command -v java); then
    java=$(readlink -f "$java")
    printf '%s\n' "${java%/bin/java}"
  fi
  local place home
  local -a places
  IFS=: read -ra places <<<"${COMUTA_JDK_PLACES-/usr/lib/jvm:/opt:/opt/java:/usr/local:/usr/java:${HOME:-/root}/.sdkman/candidates/java:${HOME:-/root}/.jdks}"
  for place in "${places[@]}"; do
    for home in "$place"/*; do
      [[ ! -d $home ]] || printf '%s\n' "$home"
    done
  done
}

# Sets and exports JAVA_HOME, or ends with what to install.
use_jdk() {
  local home feature seen=
  while IFS= read -r home; do
    feature=$(jdk_feature_of "$home")
    if [[ $feature == "$JDK_FEATURE" ]]; then
      export JAVA_HOME=$home
      return
    fi
    [[ -z $feature || $seen == *"$home"* ]] || seen+="${seen:+, }JDK $feature in $home"
  done < <(jdk_candidates)
  fail "JDK $JDK_FEATURE not found${seen:+ (found only: $seen)}." \
    "Install a JDK $JDK_FEATURE (for instance the package temurin-25-jdk), or unpack one under /opt," \
    "or set JAVA_HOME to where it is."
}
