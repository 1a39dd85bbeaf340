package org.comuta.portal;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comuta.call.Party;
import org.jspecify.annotations.Nullable;

/** What records to look for, as typed into the page. Kept in the session, one view each. */
public class RecordFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime to;
  private @Nullable String originNap;
  private @Nullable String destinationNap;
  private @Nullable String callingNumber;
  private @Nullable String calledNumber;
  private @Nullable Boolean answered;
  private @Nullable Party endedBy;

  /** In the words of the API. */
  Map<String, String> parameters(ZoneId zone) {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "from", from == null ? null : from.atZone(zone).toInstant().toString());
    put(parameters, "to", to == null ? null : to.atZone(zone).toInstant().toString());
    put(parameters, "originNap", originNap);
    put(parameters, "destinationNap", destinationNap);
    put(parameters, "callingNumber", callingNumber);
    put(parameters, "calledNumber", calledNumber);
    put(parameters, "answered", answered == null ? null : answered.toString());
    put(parameters, "endedBy", endedBy == null ? null : endedBy.name());
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parameters.put(name, value.strip());
    }
  }

  public @Nullable LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDateTime from) {
    this.from = from;
  }

  public @Nullable LocalDateTime getTo() {
    return to;
  }

  public void setTo(@Nullable LocalDateTime to) {
    this.to = to;
  }

  public @Nullable String getOriginNap() {
    return originNap;
  }

  public void setOriginNap(@Nullable String originNap) {
    this.originNap = originNap;
  }

  public @Nullable String getDestinationNap() {
    return destinationNap;
  }

  public void setDestinationNap(@Nullable String destinationNap) {
    this.destinationNap = destinationNap;
  }

  public @Nullable String getCallingNumber() {
    return callingNumber;
  }

  public void setCallingNumber(@Nullable String callingNumber) {
    this.callingNumber = callingNumber;
  }

  public @Nullable String getCalledNumber() {
    return calledNumber;
  }

  public void setCalledNumber(@Nullable String calledNumber) {
    this.calledNumber = calledNumber;
  }

  public @Nullable Boolean getAnswered() {
    return answered;
  }

  public void setAnswered(@Nullable Boolean answered) {
    this.answered = answered;
  }

  public @Nullable Party getEndedBy() {
    return endedBy;
  }

  public void setEndedBy(@Nullable Party endedBy) {
    this.endedBy = endedBy;
  }
}
