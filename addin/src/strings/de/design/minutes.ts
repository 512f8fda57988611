/** Minutes in words; the number is in the person's locale already. */
export const minutes = (value: string) => `${value} ${value === "1" ? "Minute" : "Minuten"}`;
