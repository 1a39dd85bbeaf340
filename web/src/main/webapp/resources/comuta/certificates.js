/* The page of certificates: what files hold goes into the form, as text or in Base64; nothing is sent
   before the form is. */
(function () {
  'use strict';

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-export]');
    if (button !== null) {
      document.getElementById('export:name').value = button.dataset.export;
      PF('export').show();
    }
  });

  function octets(buffer) {
    var text = '';
    new Uint8Array(buffer).forEach(function (octet) {
      text += String.fromCharCode(octet);
    });
    return text;
  }

  function take(file, input) {
    file.arrayBuffer().then(function (buffer) {
      var content = octets(buffer);
      if (content.indexOf('-----BEGIN ') >= 0) {
        var text = document.getElementById(input.dataset.text);
        text.value = (text.value + '\n' + content).trim();
      } else if (input.dataset.octets) {
        document.getElementById(input.dataset.octets).value = btoa(content);
      } else {
        document.getElementById(input.dataset.text).value = content;
      }
    });
  }

  document.addEventListener('change', function (event) {
    var input = event.target;
    if (input.matches && input.matches('input[type=file][data-text]')) {
      document.getElementById(input.dataset.text).value = '';
      Array.from(input.files).forEach(function (file) {
        take(file, input);
      });
    }
  });
})();
