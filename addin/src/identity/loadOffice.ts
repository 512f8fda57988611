const address = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** Loads Office.js where a page needs it only at times. Resolves when it can be called. */
export async function loadOffice(): Promise<typeof Office> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new TypeError("Office.js cannot be reached."));
    document.head.append(script);
  });
  await Office.onReady();
  return Office;
}
