/** Style sheets are loaded by the build. */
declare module '*.css';
