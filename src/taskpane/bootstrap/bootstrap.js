/*
 * Runs before the pane in every Excel that can show a page, Internet Explorer 11 included: ES5 only, copied as it is.
 * It loads the pane's scripts (data-scripts, in order) once Excel has answered and is new enough; otherwise it shows
 * the section of taskpane.html that says what is needed: #unsupported, #timeout or #outside.
 *
 * A button of the ribbon may start this page: Excel then asks for its function as soon as Office is ready, before the
 * pane's scripts are there, and refuses a name nobody has associated. So the names (data-commands, from the manifest)
 * are associated here and their calls kept until the pane takes them; where it will not come, each is completed at once
 * and this page is brought out to say why.
 */
(function (window, document) {
  'use strict';

  /* With a host announced but no bridge behind it Office.onReady never resolves. */
  var WAIT_MILLISECONDS = 15000;
  var EXCEL_API = '1.14';
  var bootstrap = document.getElementById('bootstrap');
  var settled = false;
  var hopeless = false;
  var waiting = [];
  var taker = null;

  function turnAway(event) {
    try {
      window.Office.addin.showAsTaskpane()['catch'](function () {});
    } catch (_error) {
      /* Hosts that cannot show the pane: the button then does nothing. */
    }
    if (event && event.completed) event.completed();
  }

  function giveUp() {
    hopeless = true;
    while (waiting.length > 0) turnAway(waiting.shift().event);
  }

  function associate(name) {
    window.Office.actions.associate(name, function (event) {
      if (taker) taker(name, event);
      else if (hopeless) turnAway(event);
      else waiting.push({ name: name, event: event });
    });
  }

  window.supervisionCommands = {
    take: function (commands) {
      taker = commands;
      show('');
      while (waiting.length > 0) {
        var first = waiting.shift();
        commands(first.name, first.event);
      }
    },
  };

  function show(id, found) {
    var ids = ['connecting', 'unsupported', 'timeout', 'outside'];
    for (var index = 0; index < ids.length; index += 1) {
      var section = document.getElementById(ids[index]);
      if (ids[index] === id) section.removeAttribute('hidden');
      else section.setAttribute('hidden', 'hidden');
    }
    var place = id && document.getElementById(id).querySelector('.found');
    if (place) place.textContent = found || '';
  }

  function settle(id, found) {
    if (settled) return;
    settled = true;
    show(id, found);
    giveUp();
  }

  function loadPane() {
    if (settled) return;
    settled = true;
    var scripts = bootstrap.getAttribute('data-scripts').split(' ');
    for (var index = 0; index < scripts.length; index += 1) {
      var script = document.createElement('script');
      script.src = scripts[index];
      script.async = false;
      script.onerror = function () {
        show('timeout', '缺少文件：' + this.getAttribute('src'));
        giveUp();
      };
      document.body.appendChild(script);
    }
  }

  /* Old Excel opens links in Internet Explorer: the address stands there to be copied. */
  document.querySelector('#unsupported .address').textContent = document.querySelector('#unsupported a').href;

  document.getElementById('retry').onclick = function () {
    window.location.reload();
  };

  if (window.Office && window.Office.actions) {
    var names = bootstrap.getAttribute('data-commands').split(' ');
    for (var place = 0; place < names.length; place += 1) associate(names[place]);
  }

  /* WeakRef came with Chrome and Edge 84 and Safari 14.1, the oldest that Fluent UI v9 runs on. */
  if (typeof window.WeakRef === 'undefined') {
    settle('unsupported', '查到的原因：浏览器内核太旧。');
    return;
  }
  if (typeof window.Office === 'undefined') {
    settle('timeout', '缺少文件：office.js');
    return;
  }
  window.setTimeout(function () {
    settle('timeout', '');
  }, WAIT_MILLISECONDS);
  window.Office.onReady(function (info) {
    if (!info.host) return settle('outside', '');
    var requirements = window.Office.context && window.Office.context.requirements;
    if (!requirements || !requirements.isSetSupported('ExcelApi', EXCEL_API)) {
      return settle('unsupported', '查到的原因：Excel 版本太旧（不支持 ExcelApi ' + EXCEL_API + '）。');
    }
    loadPane();
  });
})(window, document);
