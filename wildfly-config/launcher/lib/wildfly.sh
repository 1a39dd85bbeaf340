# From the stock WildFly archive to a configured server: one home that is only read, one folder a server.
# shellcheck shell=bash

# The version of something, as the pom says.
version_in_pom() { sed -n "s|.*<version.$1>\(.*\)</version.$1>.*|\1|p" "$COMUTA_ROOT/pom.xml"; }

WILDFLY_VERSION=${RELEASE_WILDFLY:-$(version_in_pom wildfly)}
POSTGRESQL_VERSION=${RELEASE_POSTGRESQL:-$(version_in_pom postgresql)}
H2_VERSION=${RELEASE_H2:-$(version_in_pom h2)}
readonly WILDFLY_VERSION POSTGRESQL_VERSION H2_VERSION
readonly WILDFLY=${RELEASE_SERVER:-$SERVER_ROOT}/wildfly-$WILDFLY_VERSION
readonly MODULES=${RELEASE_SERVER:-$SERVER_ROOT}/modules
readonly CLI=$COMUTA_ROOT/wildfly-config/cli

# Brings an artifact from Maven into a folder; its name there is artifact-version.type.
fetch_artifact() {
  local coordinates=$1 folder=$2
  run_maven "$SCRATCH/download.log" "fetching $coordinates" -N dependency:copy \
    -Dartifact="$coordinates" -DoutputDirectory="$folder" -Dmdep.overWriteReleases=true
}

# Unpacks the stock server once, beside its place, and moves it there when it is whole.
assemble_wildfly() {
  [[ ! -f $WILDFLY/.complete ]] || { say "    WildFly $WILDFLY_VERSION: assembled already"; return; }
  require_maven
  require_space "$SERVER_ROOT" "$BUILD_NEEDS_MB" "to assemble the server"
  step "Assembling WildFly $WILDFLY_VERSION (the first time downloads 260 MB)"
  local unpacked=$SERVER_ROOT/.unpacking
  rm -rf "$unpacked" "$WILDFLY"
  mkdir -p "$unpacked"
  local archive=wildfly-dist-$WILDFLY_VERSION.zip
  fetch_artifact "org.wildfly:wildfly-dist:$WILDFLY_VERSION:zip" "$unpacked"
  verify_wildfly "$unpacked" "$archive"
  (cd "$unpacked" && "$JAVA_HOME/bin/jar" --extract --file "$archive") 2>"$SCRATCH/unpack.log" || {
    ! tells_disk_full "$SCRATCH/unpack.log" || fail "the disk is full (unpacking WildFly)." "Free some room and run the command again."
    fail "could not unpack $archive: $(head -n 1 "$SCRATCH/unpack.log")"
  }
  chmod +x "$unpacked/wildfly-$WILDFLY_VERSION"/bin/*.sh
  touch "$unpacked/wildfly-$WILDFLY_VERSION/.complete"
  mv "$unpacked/wildfly-$WILDFLY_VERSION" "$WILDFLY"
  rm -rf "$unpacked"
}

# The archive must be the very one this version of Comuta was made with.
verify_wildfly() {
  local folder=$1 archive=$2
  (cd "$folder" && sha256sum --check --status "$COMUTA_ROOT/wildfly-config/wildfly.sha256") && return
  rm -rf "$folder"
  # Maven knows where its repository is: settings and options may have moved it.
  run_maven "$SCRATCH/download.log" "removing the damaged $archive" -N dependency:purge-local-repository \
    -DmanualInclude=org.wildfly:wildfly-dist
  fail "the WildFly archive $archive arrived damaged and has been removed, also from Maven's repository." \
    "Run the command again to download it anew."
}

# assemble_database <kind>: its driver, and H2 itself, as a server module outside the stock server. The H2
# of the stock server cannot read its own file any more after some kills and starts.
assemble_database() {
  case $1 in
    h2) assemble_module org/comuta/h2 com.h2database:h2 "$H2_VERSION" h2-module.xml ;;
    postgresql) assemble_module org/postgresql org.postgresql:postgresql "$POSTGRESQL_VERSION" postgresql-module.xml ;;
  esac
}

# assemble_module <name> <artifact> <version> <its description>
assemble_module() {
  local module=$MODULES/$1/main jar=${2#*:}-$3.jar
  [[ ! -f $module/$jar || ! -f $module/module.xml ]] || return 0
  require_maven
  step "Fetching $2 $3"
  mkdir -p "$module"
  fetch_artifact "$2:$3" "$module"
  sed "s/@JAR@/$jar/" "$COMUTA_ROOT/wildfly-config/$4" >"$module/module.xml"
}

# What the configuration is made from: the same sum means the same configuration.
configuration_fingerprint() {
  {
    printf '%s %s %s %s %s\n' "$WILDFLY_VERSION" "$POSTGRESQL_VERSION" "$H2_VERSION" "$DATABASE_KIND" "$1"
    cat "$CLI"/*.cli "$COMUTA_ROOT/wildfly-config/logging.properties"
  } | sha256sum | cut -d' ' -f1
}

# configure_instance <folder> [deploy]: the configuration, and with `deploy` the EAR in it.
configure_instance() {
  local instance=$1 deploy=${2:-} fingerprint
  fingerprint=$(configuration_fingerprint "$deploy")
  if [[ -r $instance/.fingerprint && $(<"$instance/.fingerprint") == "$fingerprint" ]]; then
    say "    server configuration: made already"
  else
    step "Configuring the server"
    local fresh=$instance.new
    rm -rf "$fresh" "$instance"
    mkdir -p "$fresh/configuration"
    cp "$COMUTA_ROOT/wildfly-config/logging.properties" "$fresh/configuration/"
    cp "$WILDFLY"/standalone/configuration/{standalone.xml,mgmt-users.properties,mgmt-groups.properties,application-users.properties,application-roles.properties} "$fresh/configuration/"
    chmod -R u+rwX,go-rwx "$fresh"
    configure_with_scripts "$fresh" "$deploy"
    rm -rf "$fresh"/{data,log,tmp,configuration/standalone_xml_history}
    printf '%s' "$fingerprint" >"$fresh/.fingerprint"
    mv "$fresh" "$instance"
  fi
  if [[ -n $deploy ]] && ! cmp -s "$EAR" "$instance/comuta.ear"; then
    cp "$EAR" "$instance/comuta.ear.new" || fail "could not copy the application to $instance: is the disk full?"
    mv "$instance/comuta.ear.new" "$instance/comuta.ear"
  fi
}

# Runs the configuration scripts against an embedded server whose base is the given folder.
configure_with_scripts() {
  local base=$1 deploy=$2 script=$SCRATCH/configure.cli log=$SCRATCH/configure.log
  mkdir -p "$SCRATCH"
  {
    printf 'embed-server --server-config=standalone.xml --std-out=discard\n'
    cat "$CLI/extensions.cli"
    # One batch: the whole configuration or none of it.
    printf 'batch\n'
    cat "$CLI"/[1-5]*.cli "$CLI/database-$DATABASE_KIND.cli" "$CLI/60-database.cli"
    [[ -z $deploy ]] || cat "$CLI/deploy.cli"
    printf 'run-batch\nstop-embedded-server\n'
  } >"$script"
  # The expressions of the configuration need a value here, not yet the real one.
  printf '%s\n' "comuta.state.dir=$base/data" comuta.https.password=placeholder \
    comuta.credentials.password=placeholder comuta.database.url=jdbc:placeholder \
    comuta.database.user=placeholder >"$SCRATCH/configure.properties"
  mkdir -p "$base/data/keys"
  run_cli "$base" "$script" "$SCRATCH/configure.properties" "$log" && return
  ! tells_disk_full "$log" || fail "the disk is full (configuring the server)." "Free some room and run the command again."
  tail -n 15 "$log" >&2
  fail "the server could not be configured." "The whole output: $log"
}

# run_cli <base> <script> <properties> <log>: WildFly's command line, with an embedded server at hand.
run_cli() {
  local base=$1 script=$2 properties=$3 log=$4
  # It runs for seconds: compiling what runs often would cost more than it gives.
  JBOSS_HOME=$WILDFLY "$JAVA_HOME/bin/java" @"$COMUTA_ROOT/wildfly-config/jvm.options" -XX:TieredStopAtLevel=1 \
    -Djboss.home.dir="$WILDFLY" -Djboss.server.base.dir="$base" \
    -Dlogging.configuration="file:$WILDFLY/bin/jboss-cli-logging.properties" \
    -jar "$WILDFLY/jboss-modules.jar" -mp "$WILDFLY/modules:$MODULES" \
    org.jboss.as.cli --file="$script" --properties="$properties" </dev/null >"$log" 2>&1
}
