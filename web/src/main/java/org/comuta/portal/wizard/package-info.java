/** The first steps, one after the other: from a new server to a call that is routed both ways. */
package org.comuta.portal.wizard;
