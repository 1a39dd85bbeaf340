/** The feed of events by WebSocket. */
package org.comuta.feed;
