/** What portal and API alike have to know of the one who asks. */
package org.comuta.account;
