// The clock's own name among those who act on disputes.

export const clockOfDisputes = 'disputes';
