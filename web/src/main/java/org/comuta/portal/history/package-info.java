/** Pages of what was changed, what is waiting to be applied, and the way back. */
package org.comuta.portal.history;
