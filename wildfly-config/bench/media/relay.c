/* The bare relay: what passing packets costs without anything around it. One thread, epoll,
 * recvfrom, sendto; each port sends to where its last packet came from. It keeps no statistics, does
 * not look into packets and takes them from anybody.
 *
 * relay CONTROL-PORT FIRST-PORT: orders by UDP, as media-load gives them:
 *   set ID A-RTP A-RTCP B-RTP B-RTCP  the far ends' ports; answered by ID and the relay's four
 *   end ID                            answered by ID
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_CALLS 8192
#define EVENTS 256

struct port {
  int socket;
  int number;
  struct port *peer;
  struct sockaddr_in far;
};

static struct port ports[MOST_CALLS][4];
static int next_port;
static int epoll;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static int bound(const char *address, int port) {
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, address, &here.sin_addr);
  int s = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
  if (s < 0) die("socket");
  if (bind(s, (struct sockaddr *)&here, sizeof here) == 0) return s;
  if (errno != EADDRINUSE) die("bind");
  close(s);
  return -1;
}

static void open_port(struct port *port, const char *far_address, int far_port) {
  while ((port->socket = bound("127.0.0.1", next_port)) < 0) next_port++;
  port->number = next_port++;
  port->far.sin_family = AF_INET;
  port->far.sin_port = htons(far_port);
  inet_pton(AF_INET, far_address, &port->far.sin_addr);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = port};
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, port->socket, &event) < 0) die("epoll_ctl");
}

static void obey(int control, int first_port) {
  char order[256];
  struct sockaddr_in from;
  socklen_t from_length = sizeof from;
  ssize_t n = recvfrom(control, order, sizeof order - 1, 0, (struct sockaddr *)&from, &from_length);
  if (n < 0) return;
  order[n] = 0;
  int id, far[4];
  char answer[128];
  if (sscanf(order, "set %d %d %d %d %d", &id, &far[0], &far[1], &far[2], &far[3]) == 5 && id >= 0 &&
      id < MOST_CALLS) {
    struct port *call = ports[id];
    for (int i = 0; i < 4; i++) {
      open_port(&call[i], i < 2 ? "127.0.0.2" : "127.0.0.3", far[i]);
      call[i].peer = &call[i ^ 2];
    }
    snprintf(answer, sizeof answer, "%d %d %d %d %d", id, call[0].number, call[1].number,
             call[2].number, call[3].number);
  } else if (sscanf(order, "end %d", &id) == 1 && id >= 0 && id < MOST_CALLS) {
    for (int i = 0; i < 4; i++) close(ports[id][i].socket);
    memset(ports[id], 0, sizeof ports[id]);
    next_port = first_port;
    snprintf(answer, sizeof answer, "%d", id);
  } else {
    return;
  }
  sendto(control, answer, strlen(answer), 0, (struct sockaddr *)&from, from_length);
}

static void pass(struct port *port, char *packet, size_t room) {
  struct sockaddr_in from;
  socklen_t length = sizeof from;
  ssize_t n = recvfrom(port->socket, packet, room, 0, (struct sockaddr *)&from, &length);
  if (n < 0) return;
  port->far = from;
  struct port *peer = port->peer;
  sendto(peer->socket, packet, n, 0, (struct sockaddr *)&peer->far, sizeof peer->far);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  int first_port = atoi(arguments[2]);
  next_port = first_port;
  epoll = epoll_create1(0);
  int control = bound("127.0.0.1", atoi(arguments[1]));
  if (control < 0) die("control port");
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
  epoll_ctl(epoll, EPOLL_CTL_ADD, control, &event);
  static char packet[2048];
  struct epoll_event events[EVENTS];
  for (;;) {
    int n = epoll_wait(epoll, events, EVENTS, -1);
    for (int i = 0; i < n; i++) {
      if (events[i].data.ptr)
        pass(events[i].data.ptr, packet, sizeof packet);
      else
        obey(control, first_port);
    }
  }
}
