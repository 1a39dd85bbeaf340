/* What the pages of forms do in the browser: help beside the field that has the focus, keys, and a
   warning before typed changes are lost. No page is without use when this does not run. */
(function () {
  'use strict';

  var dirty = false;
  var leaving = false;

  function form() {
    return document.getElementById('form');
  }

  function inForm(element) {
    return form() !== null && form().contains(element);
  }

  // --- help ---------------------------------------------------------------------------------

  function showHelp(field) {
    var title = document.getElementById('help-title');
    var body = document.getElementById('help-body');
    var text = field.querySelector('.help-text');
    if (title === null || body === null || text === null) {
      return;
    }
    title.textContent = field.querySelector('label').firstChild.textContent.trim();
    body.replaceChildren();
    text.childNodes.forEach(function (node) {
      body.appendChild(node.cloneNode(true));
    });
    document.querySelectorAll('.form-field.here').forEach(function (other) {
      other.classList.remove('here');
    });
    field.classList.add('here');
  }

  function toggleHelp(field) {
    var text = field.querySelector('.help-text');
    if (text !== null) {
      text.hidden = !text.hidden;
    }
    showHelp(field);
  }

  document.addEventListener('focusin', function (event) {
    var field = event.target.closest('.form-field');
    if (field !== null) {
      showHelp(field);
    }
  });

  document.addEventListener('click', function (event) {
    var help = event.target.closest('.help-button');
    if (help !== null) {
      toggleHelp(help.closest('.form-field'));
      return;
    }
    var link = event.target.closest('[data-focus]');
    if (link !== null) {
      event.preventDefault();
      focusOn(document.getElementById(link.dataset.focus));
      return;
    }
    var word = event.target.closest('[data-insert]');
    if (word !== null) {
      insert(document.getElementById(word.dataset.insert), word.dataset.text);
    }
  });

  function insert(field, text) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }

  // --- what depends on what is typed ----------------------------------------------------------

  var watching = new Map();

  function watch(target) {
    document.querySelectorAll('[data-watch]').forEach(function (watcher) {
      if (watcher.dataset.watch.split(' ').includes(target.id)) {
        clearTimeout(watching.get(watcher));
        watching.set(watcher, setTimeout(window[watcher.dataset.command], 300));
      }
    });
  }

  // --- changes that are not saved -------------------------------------------------------------

  function changed(event) {
    if (!inForm(event.target)) {
      return;
    }
    watch(event.target);
    if (event.target.closest('[data-trial], .form-bar') === null && event.target.id !== 'form:expert_input') {
      dirty = true;
    }
  }

  // By jQuery, because the switches and menus of PrimeFaces tell of a change through it alone.
  jQuery(document).on('input change', changed);

  window.addEventListener('beforeunload', function (event) {
    if (dirty && !leaving) {
      event.preventDefault();
    }
  });

  // --- keys -----------------------------------------------------------------------------------

  function panelOpen() {
    return Array.from(document.querySelectorAll('.ui-autocomplete-panel, .ui-selectonemenu-panel, .ui-dialog')).some(
      function (panel) {
        return panel.offsetParent !== null || getComputedStyle(panel).display !== 'none';
      });
  }

  function click(id) {
    var button = document.getElementById(id);
    if (button === null) {
      return;
    }
    // A button is out of use until the answer to its last press has been shown.
    if (button.disabled) {
      setTimeout(click, 50, id);
    } else {
      button.click();
    }
  }

  // Before the controls see the key, which close their panels with it.
  document.addEventListener('keydown', function (event) {
    if (!inForm(event.target) || event.isComposing) {
      return;
    }
    var field = event.target.closest('.form-field');
    if (event.key === 'F1' && field !== null) {
      event.preventDefault();
      toggleHelp(field);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // Boxes of PrimeFaces are ticked by this key, whatever is pressed with it.
      event.stopPropagation();
      event.target.blur();
      click('form:save');
    } else if (event.key === 'Enter' && saves(event.target) && !panelOpen()) {
      event.preventDefault();
      event.stopPropagation();
      click('form:save');
    } else if (event.key === 'Escape' && !panelOpen()) {
      event.preventDefault();
      click('cancel');
    }
  }, true);

  // PrimeFaces' tables take the key away from the links in their cells.
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.target.closest('.ui-datatable a[href]') !== null) {
      event.stopPropagation();
    }
  }, true);

  function saves(target) {
    return target.tagName === 'INPUT' && target.closest('[data-trial]') === null && target.type !== 'button';
  }

  // --- after an answer of the server ----------------------------------------------------------

  function focusOn(element) {
    if (element === null) {
      return;
    }
    var field = element.closest('.form-field');
    (field === null ? element : field).scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  }

  function focusFirst() {
    var link = document.querySelector('#problems [data-focus]');
    var overtaken = document.getElementById('overtaken');
    if (overtaken !== null) {
      focusOn(overtaken);
    } else if (link !== null) {
      focusOn(document.getElementById(link.dataset.focus) || document.getElementById('problems'));
    }
  }

  window.comuta = Object.assign(window.comuta || {}, {
    /** The form is on its way. */
    sending: function () {
      leaving = true;
    },
    /** It came back, or the next page is about to come. */
    sent: function (args) {
      if (args && args.refused) {
        leaving = false;
        focusFirst();
      } else if (!args) {
        leaving = false;
      }
    },
    /** What another one saved was taken over. */
    settled: function () {
      dirty = true;
    },
    /** What was typed was given up. */
    clean: function () {
      dirty = false;
    },
    /** Other fields are shown. */
    shown: function () {}
  });

  // The first field is where typing begins, in a new object.
  document.addEventListener('DOMContentLoaded', begin);
  if (document.readyState !== 'loading') {
    begin();
  }

  function begin() {
    var name = document.getElementById('form:name');
    if (name !== null && name.tagName === 'INPUT' && !name.disabled) {
      name.focus();
    }
  }
})();
