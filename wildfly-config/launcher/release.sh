# ./comuta release: an archive that installs on a server without Maven, git and sources.
# shellcheck shell=bash

readonly RELEASE_FILES=$COMUTA_ROOT/wildfly-config/release
# Everything in the archive is of this moment: the same input gives the same octets.
readonly RELEASE_MOMENT=2026-01-01T00:00:00Z

command_release() {
  local output=$COMUTA_ROOT/target compress=(gzip -n -6) suffix=.tar.gz
  while (($# > 0)); do
    case $1 in
      --output) [[ -n ${2:-} ]] || usage_error "--output takes a folder"; output=$2; shift 2 ;;
      # For tests, which unpack it at once.
      --plain) compress=(cat) suffix=.tar; shift ;;
      *) usage_error "unknown option '$1' of release" ;;
    esac
  done
  ! is_release || fail "this is a release already; the archive is made from the sources."
  use_jdk
  require_space "$output" "$RUN_NEEDS_MB" "for the archive"
  wait_for_lock "$SCRATCH/lock"
  mkdir -p "$SERVER_ROOT" "$MODULES" "$output"
  build_ear
  assemble_wildfly
  assemble_postgresql_driver
  clean_up_at_the_end release
  local version name archive
  version=$(project_version)
  name=comuta-$version
  archive=$output/$name$suffix
  step "Packing $name"
  stage_release "$TEMPORARY/$name" "$version"
  pack_release "$TEMPORARY" "$name" "${compress[@]}" >"$archive.new" || fail "could not write $archive: is the disk full?"
  mv "$archive.new" "$archive"
  (cd "$output" && sha256sum "$name$suffix" >"$name$suffix.sha256")
  say "$archive"
}

project_version() { sed -n '0,/<version>/s|.*<version>\(.*\)</version>.*|\1|p' "$COMUTA_ROOT/pom.xml"; }

# Puts everything a server needs in its place: links where the file itself is meant.
stage_release() {
  local stage=$1 version=$2 file
  mkdir -p "$stage"/{server,ear/target,media-ra/process/target,wildfly-config/launcher,docs}
  printf '%s\n' "$version" >"$stage/VERSION"
  cp "$COMUTA_ROOT"/{comuta,LICENSE,THIRD-PARTY.md,CHANGELOG.md,pom.xml} "$stage/"
  cp "$COMUTA_ROOT"/docs/*.md "$stage/docs/"
  cp "$RELEASE_FILES/install.sh" "$RELEASE_FILES/comuta-ctl" "$stage/"
  cp -R "$RELEASE_FILES/systemd" "$stage/"
  ln -s "$WILDFLY" "$stage/server/wildfly-$WILDFLY_VERSION"
  ln -s "$MODULES" "$stage/server/modules"
  cp "$EAR" "$stage/ear/target/"
  cp "$MEDIA_BUILT"/comuta-media-process-*.jar "$stage/media-ra/process/target/"
  cp -R "$MEDIA_BUILT/media" "$stage/media-ra/process/target/"
  cp -R "$COMUTA_ROOT"/wildfly-config/{cli,media,jvm.options,logging.properties,postgresql-module.xml,wildfly.sha256} "$stage/wildfly-config/"
  cp -R "$LAUNCHER/lib" "$stage/wildfly-config/launcher/"
  for file in "$LAUNCHER"/*.sh; do
    case ${file##*/} in
      # What works on the sources, or measures.
      assemble.sh | bench.sh | demo.sh | release.sh | soak.sh | test.sh) ;;
      *) cp "$file" "$stage/wildfly-config/launcher/" ;;
    esac
  done
}

# pack_release <folder> <name> <compressor...>: the archive on the standard output.
pack_release() {
  local folder=$1 name=$2
  shift 2
  LC_ALL=C tar --create --directory "$folder" --format=gnu --sort=name --mtime="$RELEASE_MOMENT" \
    --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w --dereference --hard-dereference \
    --exclude="$name/server/wildfly-$WILDFLY_VERSION/standalone/log" \
    --exclude="$name/server/wildfly-$WILDFLY_VERSION/standalone/tmp" \
    --exclude="$name/server/wildfly-$WILDFLY_VERSION/standalone/data" \
    --exclude="$name/server/wildfly-$WILDFLY_VERSION/.installation" "$name" | "$@"
}
