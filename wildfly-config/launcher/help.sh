# ./comuta help
# shellcheck shell=bash

command_help() {
  cat <<'TEXT'
Comuta, an enterprise telephone exchange.

  ./comuta up [--bind ADDRESS] [--offset N] [--rtp FIRST-LAST] [--detach]
        Build what is missing, assemble the server, start it, and say when it is ready.
        Stays in the foreground (Ctrl-C stops it) unless --detach is given.
        --bind    address for SIP, portal and API (127.0.0.1); beyond loopback: HTTPS only
        --offset  a multiple of 100, added to every port but RTP (0)
        --rtp     UDP ports of media (20000-29999); those taken already are skipped
        The media engine is a process of its own: one that a killed server left behind goes on.
  ./comuta down [--offset N]               Stop the server, and then its media engine.
  ./comuta status [--json] [--offset N]    What runs, on which ports.
  ./comuta cli [--offset N] [--user NAME] [COMMAND …]
        The command line of the running server (SSH): as admin, with a key in the state folder,
        or as another user; without a command until exit. Its own help: ./comuta cli help
  ./comuta logs [-f] [--media] [--offset N]
        The server's log, or the media engine's.
  ./comuta backup FILE [--offset N]
        Everything that was set at the running server, as one file (COMUTA_BACKUP_PASSPHRASE).
  ./comuta restore FILE [--dry-run] [--keep-addresses] [--offset N]
        Make the running server what a backup says, or only say what would change.
  ./comuta assemble [--bare] [--offset N]  Build and configure without starting
                                           (--bare: without the application).
  ./comuta test                            Run every test (installs missing Debian packages).
  ./comuta demo [--own] [--offset N]
        Two softphones talk through the running server (it needs COMUTA_ADMIN_PASSWORD) or,
        with --own or when none runs, through a server just for the demo.
  ./comuta bench [sip [--rate N] [--seconds N] [--warm-up N] [--rounds N]]
        Processor time per call beside Kamailio, in one run.
  ./comuta bench media [--calls N] [--most N] [--seconds N] [--warm-up N] [--rounds N]
        Processor time per relayed packet, packets lost and delay, beside rtpengine and a bare relay.
  ./comuta bench configuration [--naps N] [--routes N] [--rate N] [--times N]
        How long lists, saves and apply take with 1,000 NAPs and 10,000 routes, alone and beside calls.
  ./comuta soak [MINUTES] [--rate N]
        Calls for a long time (5 minutes at 200 calls/s): all answered, all recorded, heap flat.
  ./comuta release [--version VERSION] [--output FOLDER]
        comuta-VERSION.tar.gz in target/, which installs where there is a JDK but no Maven: ./install
  ./comuta roll-back [--with-state]        An installed release: back to the version before the
                                           last upgrade, also with the state of then.
  ./comuta uninstall [--delete-state]      An installed release: away with the programs.
  ./comuta help                            This text.

An installed release has the command comuta on the PATH; there up and down are the service's, and
test, bench, soak, assemble and release, which need the source tree, are refused.

Environment
  JAVA_HOME                where JDK 25 is, when it is not in a usual place
  COMUTA_STATE             folder of all state (database, journal, CDR files, keys, logs); ./state
  COMUTA_SERVER            folder of the assembled server; ./server
  COMUTA_BIND, COMUTA_OFFSET, COMUTA_RTP
                           what --bind, --offset and --rtp say where they are not given
  COMUTA_ADMIN_PASSWORD    password of the user admin at the first start (else random, shown once)
  COMUTA_BACKUP_PASSPHRASE for the secrets of backups: 12 to 128 printable characters
  COMUTA_BACKUP_FOLDERS    folders beside the state that scheduled backups may use, with colons between
  COMUTA_JAVA_OPTIONS      options of the server's virtual machine beside those in jvm.options
  COMUTA_DATABASE_URL      jdbc:postgresql://host/database, with COMUTA_DATABASE_USER and
  COMUTA_DATABASE_PASSWORD; without them the built-in H2 database in the state folder.
                           The choice is remembered with the state.
TEXT
}
