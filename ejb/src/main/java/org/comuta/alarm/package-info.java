/**
 * What is wrong with the exchange now, and what was: alarms by ITU-T X.733. Whoever finds a
 * condition calls {@code Alarms.raise}, and {@code clear} when it is over; the rest is done here.
 */
package org.comuta.alarm;
