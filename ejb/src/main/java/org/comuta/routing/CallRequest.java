package org.comuta.routing;

/**
 * What a decision is made on.
 *
 * @param originNap name of the NAP the call came from
 * @param callingNumber number of the caller as received
 * @param calledNumber number called as received
 */
public record CallRequest(String originNap, String callingNumber, String calledNumber) {}
