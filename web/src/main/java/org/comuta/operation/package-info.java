/**
 * What people and programs do to a running exchange, the same for portal and API: each act is done
 * and written to the audit log here, once.
 */
package org.comuta.operation;
