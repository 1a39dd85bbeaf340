package org.comuta.rest;

import java.util.Map;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.interfaces.SipPort;
import org.comuta.intrusion.BlockedSource;
import org.comuta.search.Hit;

/** Calls, their records, and what else is only looked at, in the OpenAPI document. */
final class ApiCalls {
  /** What operations take and give, by method and path. */
  static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET calls",
              Exchanged.sorted(
                  "Live calls, the newest first", ListedCallView.class, CallsResource.FILTERS)),
          Map.entry(
              "GET calls/{callId}",
              Exchanged.one("A live call, with how its media is now", LiveCallView.class)),
          Map.entry(
              "GET cdrs",
              Exchanged.sorted(
                  "Call records",
                  CallRecordView.class,
                  CallRecordQuery.filters(),
                  CallRecordQuery.sortFields())),
          Map.entry(
              "GET search",
              Exchanged.list(
                  "What you may see and has all words of q in it, in groups",
                  Hit.class,
                  SearchResource.FILTERS)),
          Map.entry("GET cdrs/{id}", Exchanged.one("A call record", CallRecordView.class)),
          Map.entry(
              "GET listening-points",
              Exchanged.sorted(
                  "Where SIP is listening", SipPort.class, ListeningPointsResource.FILTERS)),
          Map.entry(
              "GET blocked-sources",
              Exchanged.sorted(
                  "Addresses whose SIP messages are not taken for a while, the latest first",
                  BlockedSource.class,
                  BlockedSourcesResource.FILTERS)),
          Map.entry(
              "DELETE blocked-sources/{address}", Exchanged.done("End a block before its time")),
          Map.entry("DELETE calls/{callId}", Exchanged.done("Hang up a live call")));

  private ApiCalls() {}
}
