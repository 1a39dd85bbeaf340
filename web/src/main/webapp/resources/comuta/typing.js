/* What is typed while an answer of the server is on its way stays, though the answer replaces the
   field by one with the text it was asked with. */
(function () {
  'use strict';

  var asked = new Map();

  function fields() {
    return Array.from(document.querySelectorAll('#form input[type=text], #form input[type=password], #form textarea'));
  }

  jQuery(document).on('pfAjaxSend', function () {
    asked = new Map(fields().map(function (field) {
      return [field.id, field.value];
    }));
  });

  var replace = PrimeFaces.ajax.Utils.updateElement;
  PrimeFaces.ajax.Utils.updateElement = function () {
    var typed = fields().filter(function (field) {
      return asked.has(field.id) && asked.get(field.id) !== field.value;
    });
    replace.apply(this, arguments);
    typed.forEach(function (before) {
      var field = document.getElementById(before.id);
      if (field !== null && field !== before) {
        field.value = before.value;
      }
    });
  };
})();
