// `Excel` and `Office` as the package itself types them: they end at ExcelApi 1.15, as the library does.
import '@microsoft/office-js/dist/office';
