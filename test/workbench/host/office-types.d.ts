// Excel and Office as the package itself types them: they end at ExcelApi 1.15, as the library does, while
// @types/office-js goes further and lets a member type-check that the library silently ignores.
import '@microsoft/office-js/dist/office';

declare global {
  /** What Office.js has for custom functions at run time; its types stand only in @types/custom-functions-runtime. */
  namespace CustomFunctions {
    interface Invocation {
      readonly address?: string;
      readonly parameterAddresses?: string[];
      readonly functionName?: string;
      onCanceled?: () => void;
    }
    enum ErrorCode {
      invalidValue = '#VALUE!',
      notAvailable = '#N/A',
      divisionByZero = '#DIV/0!',
      invalidNumber = '#NUM!',
      nullReference = '#NULL!',
      invalidName = '#NAME?',
      invalidReference = '#REF!',
    }
    class Error extends globalThis.Error {
      constructor(code: ErrorCode, message?: string);
      readonly code: ErrorCode;
    }
    function associate(id: string, code: (...args: never[]) => unknown): void;
  }
}
