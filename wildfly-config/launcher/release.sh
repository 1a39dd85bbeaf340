# ./comuta release: an archive that installs where there is a JDK and nothing else.
# shellcheck shell=bash

# Of the launcher's commands these need the sources.
readonly SOURCE_COMMANDS=(assemble bench release soak test)

command_release() {
  local version folder=$COMUTA_ROOT/target
  version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$COMUTA_ROOT/pom.xml")
  while (($# > 0)); do
    case $1 in
      --version)
        [[ ${2:-} =~ ^[0-9][A-Za-z0-9.-]*$ ]] || usage_error "--version takes a version such as 1.2.0, not '${2:-}'"
        version=$2
        shift 2
        ;;
      --output) [[ -n ${2:-} ]] || usage_error "--output takes a folder"; folder=$(realpath -m -- "$2"); shift 2 ;;
      *) usage_error "unknown option '$1' of release" ;;
    esac
  done
  use_jdk
  require_space "$folder" "$BUILD_NEEDS_MB" "for the release"
  step "Preparing what the release is made of"
  wait_for_lock "$SCRATCH/lock"
  mkdir -p "$SERVER_ROOT" "$MODULES"
  build_ear
  assemble_wildfly
  assemble_database h2
  assemble_database postgresql
  local stage=$folder/release/comuta-$version archive=$folder/comuta-$version.tar.gz
  step "Packing $archive"
  rm -rf "$folder/release"
  {
    gather_release "$stage" && describe_release "$version" "$stage" && pack_release "$stage" "$archive"
  } || fail "could not make the release: is the disk full?"
  rm -rf "$folder/release"
  say "The release is in $archive ($(($(stat -c %s "$archive") / 1000000)) MB)."
}

# Everything of the release, as it will lie on the server.
gather_release() {
  local stage=$1 command
  mkdir -p "$stage"/{application/media,server/modules} || return 1
  {
    cp "$EAR" "$MEDIA_BUILT"/comuta-media-process-*.jar "$stage/application/" &&
      cp "$MEDIA_BUILT"/media/*.jar "$stage/application/media/" &&
      cp -a "$WILDFLY" "$stage/server/" &&
      cp -a "$MODULES/org" "$stage/server/modules/" &&
      cp -a "$COMUTA_ROOT"/{comuta,README.md,CHANGELOG.md,LICENSE,THIRD-PARTY.md,docs,wildfly-config} "$stage/" &&
      cp "$COMUTA_ROOT/wildfly-config/release/install.sh" "$stage/install"
  } || return 1
  chmod 755 "$stage/install" "$stage/comuta"
  for command in "${SOURCE_COMMANDS[@]}"; do rm "$stage/wildfly-config/launcher/$command.sh"; done
  rm -rf "$stage"/wildfly-config/{bench,launcher/tests,release/install.sh,demo/pom.xml,demo/src/test,demo/target}
}

# What the release is: its version, what it was made with, and a sum over all of it.
describe_release() {
  local version=$1 stage=$2 schema build
  schema=$(find "$COMUTA_ROOT/ejb/src/main/resources/db/migration" -name 'V*__*.sql' |
    sed -E 's|.*/V([0-9]+)__.*|\1|' | sort -n | tail -n 1)
  build=$(cd "$stage" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  printf '%s\n' "version=$version" "wildfly=$WILDFLY_VERSION" "postgresql=$POSTGRESQL_VERSION" \
    "h2=$H2_VERSION" "schema=$schema" "build=${build%% *}" >"$stage/release.properties"
}

# The same files make the same archive; it belongs to root whoever made it.
pack_release() {
  local stage=$1 archive=$2 name
  name=$(basename -- "$archive")
  tar --create --directory="$(dirname -- "$stage")" --sort=name --mtime=2026-01-01T00:00:00Z --owner=0 --group=0 \
    --numeric-owner --mode=u=rwX,go=rX "$(basename -- "$stage")" | gzip -n >"$archive.new" || return 1
  mv "$archive.new" "$archive" &&
    (cd "$(dirname -- "$archive")" && sha256sum "$name" >"$name.sha256")
}
