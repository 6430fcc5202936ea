console.log('customary', process.argv.slice(2));
