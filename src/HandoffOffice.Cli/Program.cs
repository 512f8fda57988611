using HandoffOffice.Cli;

return HandoffCommand.Run(args, Console.Out, Console.Error);
