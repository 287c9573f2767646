#!/bin/bash
# Written by 'finitencheck slurm'. Judges what is in the run directory and writes the report; it computes no point.
#SBATCH --job-name=@NAME@
#SBATCH --cpus-per-task=@CPUS@
#SBATCH --mem=2000M
#SBATCH --time=60
#SBATCH --output="@LOG@"
#SBATCH --open-mode=append
#SBATCH --requeue
#SBATCH @OPTIONS@

results=@RESULTS@
if [ -e "$results/verify.json" ]; then
    echo "There is a report in $results already: nothing was done. Move that folder away for a new one."
    exit 0
fi

@VERIFY@
