package org.comuta.mail;

/**
 * How mail fares, counted since the start.
 *
 * @param sent mails that a server took
 * @param failed attempts after which none was taken
 * @param givenUp events whose mail was given up
 * @param dropped events dropped because too many waited
 * @param waiting events that wait now
 * @param dead events that were given up and are still kept now
 */
public record MailCounts(
    long sent, long failed, long givenUp, long dropped, int waiting, long dead) {}
