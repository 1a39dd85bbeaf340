/**
 * What the exchange carried: attempts, answers, failures, durations and delays, in all and for each
 * NAP and route, now and over time. Plain Java; counting on the path of a call takes no lock and
 * allocates nothing.
 */
package org.comuta.statistics;
