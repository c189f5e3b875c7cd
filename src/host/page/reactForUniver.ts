/** Univer's shipped files take React from the window; React 19 itself ships none that puts it there. */
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as ReactDOM from 'react-dom';
import * as ReactDOMClient from 'react-dom/client';

Object.assign(window, {
  React: { ...React, ...jsxRuntime },
  ReactDOM: { ...ReactDOM, ...ReactDOMClient },
});
