/** The objects that Office.js itself talks to, behind custom functions and ribbon commands. */
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { NotCovered } from '../wire/office-errors';

class CustomFunctionsObject extends HostObject {
  readonly type = 'CustomFunctions';
}

class CustomFunctionsContainerObject extends HostObject {
  readonly type = 'CustomFunctionsContainer';
}

class AddinInternalServiceObject extends HostObject {
  readonly type = 'AddinInternalService';
}

class AppRuntimeServiceObject extends HostObject {
  readonly type = 'AppRuntimeService';
}

/** By the name under which Office.js creates it. */
export function service(env: Environment, name: string): HostObject {
  switch (name.split('.').at(-1)) {
    case 'CustomFunctions':
      return new CustomFunctionsObject(env);
    case 'CustomFunctionsContainer':
      return new CustomFunctionsContainerObject(env);
    case 'AddinInternalService':
      return new AddinInternalServiceObject(env);
    case 'AppRuntimeService':
      return new AppRuntimeServiceObject(env);
    default:
      throw new NotCovered(`the service ${name}`);
  }
}

/** Features of the transport of results: 1 splits large ones, 2 and 4 shorten the wait between two requests. */
const FEATURES = [1, 2, 4];

export const customFunctions = hostType('CustomFunctions', CustomFunctionsObject, {
  call: {
    _SetOsfControlContainerReadyForCustomFunctions: ({ env }) => {
      env.functions.ready();
    },
    _GetEnabledFeatures: () => FEATURES,
    SetInvocationArrayResults: ({ env }, args) => {
      env.functions.receive(args.list(0));
    },
  },
});

export const customFunctionsContainer = hostType('CustomFunctionsContainer', CustomFunctionsContainerObject, {
  navigate: { CustomFunctions: ({ env }) => new CustomFunctionsObject(env) },
});

export const addinInternalService = hostType('AddinInternalService', AddinInternalServiceObject, {
  call: { NotifyActionHandlerReady: () => undefined },
});

/** The pane of a shared runtime: `Office.addin.showAsTaskpane` and `hide`. */
export const appRuntimeService = hostType('AppRuntimeService', AppRuntimeServiceObject, {
  call: {
    SetAppRuntimeState: ({ env }, args) => {
      if (env.window === null) throw new NotCovered('a pane on a screen');
      env.window.showPane(args.text(0) === 'Visible');
    },
  },
});
