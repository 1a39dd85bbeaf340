# ./comuta backup and restore, with a stand-in that answers as the API does.
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

# pretend_server: a process with the server's pid file that answers on its HTTP port.
pretend_server() {
  cat >server.py <<'PYTHON'
import http.server, os, sys

class Api(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path.endswith("/access-lists"):
            self.answer(200, b'{"rules":[],"change":4,"onTrial":%s}' % (b"true" if os.path.exists("trial") else b"false"))
            return
        open("asked", "w").write(self.path + "\n" + str(self.headers))
        if "Basic YWRtaW46cGFzcw==" not in self.headers.get("Authorization", ""):
            self.answer(401, b'{"title":"Unauthorized","detail":"Who is it?"}')
        else:
            self.answer(200, b"the octets of a backup")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.endswith("/access-lists/confirmation"):
            open("confirmed", "w").write(body.decode())
            self.answer(200, b"{}") if body == b'{"change":4}' else self.answer(412, b'{"title":"Changed"}')
            return
        open("asked", "w").write(self.path + "\n" + str(self.headers) + body.decode())
        if body == b"damaged":
            self.answer(400, b'{"title":"Bad request","detail":"The backup was changed."}')
        else:
            self.answer(200, b'{"valid":true,"applied":7,"backup":{"node":"n1","madeAt":"2026-01-31T03:00:00Z"},'
                        b'"parts":[{"name":"users","created":1,"updated":2,"deleted":3,"notes":["mind this"]},'
                        b'{"name":"access-lists","created":0,"updated":1,"deleted":0,"notes":[]}],"problems":[]}')

    def log_message(self, *words):
        pass

http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Api).serve_forever()
PYTHON
  load_launcher
  set_offset "$TEST_OFFSET"
  make_state
  /usr/bin/python3 server.py "$HTTP_PORT" &
  PRETENDED=$!
  trap 'kill "$PRETENDED"' EXIT
  remember_server "$PRETENDED"
  for _ in {1..300}; do
    ! curl -s -o /dev/null "http://127.0.0.1:$HTTP_PORT/" || return 0
    sleep 0.1
  done
  flunk "the stand-in does not answer"
}

test_a_backup_becomes_a_file_for_its_owner_only() {
  pretend_server
  COMUTA_ADMIN_PASSWORD=pass COMUTA_BACKUP_PASSPHRASE='correct "horse" \battery' \
    comuta backup exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 0
  expect_says "The backup is in exchange.tar.gz (22 octets)."
  expect_equal "$(<exchange.tar.gz)" "the octets of a backup"
  expect_equal "$(stat -c %a exchange.tar.gz)" 600
  grep -qF 'Comuta-Passphrase: correct "horse" \battery' asked || flunk "another passphrase: $(<asked)"
  COMUTA_ADMIN_PASSWORD=pass comuta backup exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 1
  expect_says "is there already"
}

test_a_backup_that_is_refused_leaves_no_file() {
  pretend_server
  COMUTA_ADMIN_PASSWORD=wrong comuta backup exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 1
  expect_says "no backup (401): Unauthorized: Who is it?"
  [[ -z $(find . -name 'exchange*') ]] || flunk "a file was left"
  COMUTA_ADMIN_PASSWORD=pass COMUTA_BACKUP_PASSPHRASE=short comuta backup exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 1
  expect_says "12 to 128"
  [[ -z $(find . -name 'exchange*') ]] || flunk "a file was left"
}

test_a_restoration_says_what_it_did() {
  pretend_server
  printf 'octets' >exchange.tar.gz
  COMUTA_ADMIN_PASSWORD=pass comuta restore exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 0
  expect_says "users: created 1, changed 2, deleted 3"
  expect_says "note: mind this"
  expect_says "revision 7 is live"
  grep -qF 'restoration?apply=true&comment' asked || flunk "asked otherwise: $(<asked)"
  COMUTA_ADMIN_PASSWORD=pass comuta restore exchange.tar.gz --dry-run --keep-addresses --offset "$TEST_OFFSET"
  expect_status 0
  expect_says "Nothing was changed."
  grep -qF 'apply=true&dryRun=true&keepAddresses=true' asked || flunk "asked otherwise: $(<asked)"
  printf 'damaged' >exchange.tar.gz
  COMUTA_ADMIN_PASSWORD=pass comuta restore exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 1
  expect_says "nothing was restored (400): Bad request: The backup was changed."
}

test_restored_access_lists_are_confirmed_from_the_machine_itself() {
  pretend_server
  printf 'octets' >exchange.tar.gz
  COMUTA_ADMIN_PASSWORD=pass comuta restore exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 0
  [[ ! -e confirmed ]] || flunk "confirmed what is not on trial"
  touch trial
  COMUTA_ADMIN_PASSWORD=pass comuta restore exchange.tar.gz --dry-run --offset "$TEST_OFFSET"
  [[ ! -e confirmed ]] || flunk "confirmed after a dry run"
  COMUTA_ADMIN_PASSWORD=pass comuta restore exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 0
  expect_says "access lists of the backup are confirmed"
  expect_equal "$(<confirmed)" '{"change":4}'
}

test_without_a_server_or_a_file_nothing_is_done() {
  COMUTA_ADMIN_PASSWORD=pass comuta backup exchange.tar.gz --offset "$TEST_OFFSET"
  expect_status 1
  expect_says "no server is running"
  comuta backup
  expect_status 1
  comuta restore nothing.tar.gz
  expect_status 1
  expect_says "nothing.tar.gz cannot be read"
  comuta restore one two
  expect_status 1
  expect_says "restore takes one file"
}

run_tests backup
