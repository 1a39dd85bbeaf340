/** What monitoring asks of a server: metrics for Prometheus, health and readiness. */
package org.comuta.monitoring;
