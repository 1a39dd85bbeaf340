/**
 * What happens in the exchange, told to whoever listens: typed events, the hub that hands them out,
 * and their form in JSON. It knows nothing of who tells or who listens, and nobody ever waits for a
 * listener.
 */
package org.comuta.event;
