/** Search over everything that somebody may see, the same for portal and API. */
package org.comuta.search;
