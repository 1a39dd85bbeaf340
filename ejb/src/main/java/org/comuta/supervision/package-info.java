/** Looks after the exchange while it runs, raises its alarms, and tells of its start and end. */
package org.comuta.supervision;
